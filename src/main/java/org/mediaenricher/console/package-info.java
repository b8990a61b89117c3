/**
 * The people's door: one Faces bean a page in {@code faces/console}. Knows no other door and asks the rooms below what
 * the API asks them. Pages carry no inline script, and show nothing of a tenant to somebody who is not signed in.
 */
package org.mediaenricher.console;
