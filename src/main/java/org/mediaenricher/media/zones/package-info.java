/**
 * Which clock people go by at a place, and so what instant a camera's clock meant that only showed the time of day.
 * Never guesses: between two answers it gives none. The map is a resource of 2 MB, made among the tests from the
 * borders of timeshape, which are OpenStreetMap's (© OpenStreetMap contributors, ODbL 1.0): timeshape itself would
 * take 215 MB of heap and half of the 5,000 objects a second.
 */
package org.mediaenricher.media.zones;
