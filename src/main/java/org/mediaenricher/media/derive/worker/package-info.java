/**
 * What runs in the decoder's process, and nowhere else: native libraries over foreign bytes. It takes a picture from its
 * standard input, gives a small one back on its standard output, and ends when its input does. It opens no file and no
 * connection, and refuses to know what the picture is for. Packed as {@code picture-decoder.jar} beside its libraries, away from
 * the server's class path, so that the server cannot load them by mistake.
 */
package org.mediaenricher.media.derive.worker;
