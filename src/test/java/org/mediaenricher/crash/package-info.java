/**
 * What the queue and the runs are put through: processes killed, frozen and told to go, sessions cut, databases crashed,
 * in the middle of work. Each scenario compares what was acknowledged with what was done. Long ones by {@code mvn
 * -Pcrash}, short ones among the tests.
 */
package org.mediaenricher.crash;
