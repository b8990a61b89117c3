package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.harness.Project;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The job files, which no compiler looks at. */
class JobXmlTest {
    private static final Set<String> BEANS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mediaenricher.batch").stream()
                    .filter(type -> type.isAnnotatedWith(Named.class))
                    .map(JobXmlTest::beanName)
                    .collect(Collectors.toSet());

    static Stream<Path> jobs() throws IOException {
        return Files.list(Project.root().resolve("batch-jobs"))
                .filter(file -> file.toString().endsWith(".xml"));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_ref_names_a_bean(Path job) throws Exception {
        List<String> refs = refs(job);
        assertThat(refs).isNotEmpty();
        assertThat(BEANS).containsAll(refs);
    }

    /** The engine looks a job up by its file and restarts it by its id (JBERET000601). */
    @ParameterizedTest
    @MethodSource("jobs")
    void the_id_of_a_job_is_the_name_of_its_file(Path job) throws Exception {
        String id = parse(job).getDocumentElement().getAttribute("id");
        assertThat(job.getFileName()).hasToString(id + ".xml");
    }

    private static List<String> refs(Path job) throws Exception {
        NodeList elements = parse(job).getElementsByTagName("*");
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.hasAttribute("ref")) {
                refs.add(element.getAttribute("ref"));
            }
        }
        return refs;
    }

    private static Document parse(Path job) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(job.toFile());
    }

    private static String beanName(JavaClass type) {
        String given = type.getAnnotationOfType(Named.class).value();
        return given.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : given;
    }
}
