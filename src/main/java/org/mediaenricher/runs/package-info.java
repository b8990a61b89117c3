/**
 * The book of enrichment runs: what was asked, the slices the work is cut into, what failed, and the counters. Its
 * rows are the truth about a run; a batch engine may forget, and another node goes on from here. Refuses to know how
 * an object is enriched, or who makes the slices move.
 */
package org.mediaenricher.runs;
