/**
 * What went wrong, in a form the one concerned can act on: a caller, or the operator who starts the
 * server. Knows no HTTP and no room above it, so that every room may use it.
 */
package org.mediaenricher.problems;
