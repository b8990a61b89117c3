/**
 * What {@code mvn -Pdemo} runs: the whole system on this machine, one bucket enriched, and what was found in it. Knows
 * the server by its REST API and its tables, like any client.
 */
package org.mediaenricher.demo;
