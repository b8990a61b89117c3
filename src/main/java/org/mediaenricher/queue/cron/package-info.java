/**
 * When a schedule is due: a cron expression, a time zone, and the instants both make. The fields are parsed and walked
 * by cron-utils, on local times in one fixed offset alone; what happens in the nights when the clocks change is our own
 * rule, because the library's differs from expression to expression. Refuses to know what is due, and what time it is.
 */
package org.mediaenricher.queue.cron;
