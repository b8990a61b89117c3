/**
 * Bytes in, facts out. Says what a media object is, how big it is as shown, when and where it was
 * taken and what plays in it, from as few byte ranges as possible. It refuses to know databases,
 * tenants and object names: a name can lie, so only bytes count. A fact that is not known is empty,
 * never guessed, and that is why the records carry {@code Optional} components.
 */
package org.mediaenricher.media;
