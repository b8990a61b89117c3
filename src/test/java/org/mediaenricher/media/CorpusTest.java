package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.container.ContainerReader;

/** Compares what is read from real files with what ExifTool and a media player read from them. */
class CorpusTest {
    private final MediaReader reader = new ContainerReader();
    private final List<String> wrong = new ArrayList<>();
    private int files;
    private int fields;
    private int agree;
    private int excepted;

    @Test
    void agrees_with_exiftool_except_where_the_specification_says_otherwise() throws IOException {
        Path folder = Corpus.folder();
        List<String> lines = Files.readAllLines(folder.resolve("expected.tsv"));
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            compare(folder, ExpectedFacts.of(columns, line));
        }
        wrong.forEach(System.out::println);
        System.out.printf(
                "corpus: files=%d fields=%d agree=%d excepted=%d wrong=%d%n",
                files, fields, agree, excepted, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private void compare(Path folder, ExpectedFacts expected) throws IOException {
        MediaReading reading;
        try (FileSource source = new FileSource(folder.resolve(expected.path()))) {
            reading = reader.read(source);
        }
        files++;
        Map<String, String> read = CorpusFields.of(reading);
        expected.fields().forEach((field, value) -> compare(expected.path(), field, value, read));
    }

    private void compare(String path, String field, String value, Map<String, String> read) {
        fields++;
        Optional<String> exception = CorpusExceptions.reason(path, field);
        if (CorpusFields.agree(field, value, read.get(field))) {
            agree++;
        } else if (exception.isPresent()) {
            excepted++;
        } else {
            wrong.add(path + " " + field + ": expected " + value + " but read " + read.get(field) + " "
                    + read.getOrDefault("failure", ""));
        }
    }
}
