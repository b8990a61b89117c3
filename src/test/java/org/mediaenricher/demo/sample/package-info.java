/**
 * Media we make ourselves: a varied sample bucket for the demo and the black-box tests, and any number
 * of camera JPEGs for crash tests and benchmarks. Every byte is written here, after the format's
 * specification, by the JDK alone, so a fresh machine needs no download and the answers are known. It
 * refuses to know how the files are read: {@link org.mediaenricher.demo.sample.SampleFile} says what a
 * right reader finds, never how. It lives with the tests and is never in the WAR.
 */
package org.mediaenricher.demo.sample;
