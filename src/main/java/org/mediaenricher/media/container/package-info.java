/**
 * Own readers, a class per format, each after its specification, hopping through an object by ranged
 * reads. {@link ContainerReader} is the front; {@link Formats} lists the formats. Foreign code
 * (metadata-extractor) sees only bounded slices with Exif, IPTC and XMP in them. Own, because general
 * libraries read whole files, trust length fields, and get sizes, rotation and types wrong.
 */
package org.mediaenricher.media.container;
