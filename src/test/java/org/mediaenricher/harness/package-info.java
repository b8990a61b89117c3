/**
 * The real things that tests, demo and benchmarks run on: PostgreSQL, the configured server, tokens, a
 * client. Knows the system only from outside: its settings, its schema, its paths. Whatever it starts, it
 * ends, also when this JVM is told to stop; what a killed JVM left behind, the next start in the same
 * folder ends.
 */
package org.mediaenricher.harness;
