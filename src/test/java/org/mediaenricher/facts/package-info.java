/**
 * What {@code mvn -q -Pfacts -Dpath=…} runs: reads files where they are and prints what is known about each. For people
 * who want to see what the readers see, and for comparisons; knows neither server, store nor database.
 */
package org.mediaenricher.facts;
