/**
 * How fast it is: {@code mvn -Pbench} makes the files, measures the real server from outside, and prints each
 * figure beside its yardsticks of the same run. Refuses to judge: no figure fails a build, for machines differ.
 */
package org.mediaenricher.bench;
