/**
 * The programs' door: JAX-RS resources that parse, call and shape, about three lines each. The only room that speaks
 * {@code jakarta.ws.rs}; what went wrong below arrives as a {@code Problem} and leaves as RFC 9457 problem details.
 */
package org.mediaenricher.api;
