package org.mediaenricher.demo.sample;

import java.util.function.Supplier;

/** What a file is, and how its bytes are made when somebody wants them. */
record Sample(SampleFile file, Supplier<byte[]> bytes) {}
