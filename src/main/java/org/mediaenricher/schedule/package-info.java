/**
 * The clock's door: EJB timers, each rings one bell and does not think. Not persistent and on every node, for a
 * persistent timer of a killed node is stuck; whatever must happen once is claimed in the database by whom it wakes.
 */
package org.mediaenricher.schedule;
