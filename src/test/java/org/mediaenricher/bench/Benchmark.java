package org.mediaenricher.bench;

import java.util.List;

/** Something that is measured, and what its figures are called. */
interface Benchmark {
    /** The names of its figures; where they depend on what is found, what they begin with. */
    List<String> names();

    /** Measures, and tells each figure as soon as it is known. */
    void run(Workbench workbench, Figures figures) throws Exception;
}
