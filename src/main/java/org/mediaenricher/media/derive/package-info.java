/**
 * Pictures out of foreign bytes, in a jail: decoding is done by native libraries, and those by processes of their own
 * with limits on memory, CPU, files and time and nothing in their environment. A process that dies takes nothing along
 * but the picture it was at. {@code worker} is what runs in there.
 */
package org.mediaenricher.media.derive;
