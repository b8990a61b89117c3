/**
 * The clock's door: beans that begin and end with the node, each rings one bell and does not think. On every node, for a
 * persistent timer of a killed node is stuck; whatever must happen once is claimed in the database by whom it wakes. The
 * time that passes rings them and not the clock, which somebody may set.
 */
package org.mediaenricher.schedule;
