package org.mediaenricher.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCommandTest {
    private static final String PICTURE =
            "GIF89a\u0003\0\u0002\0\0\0\0,\0\0\0\0\u0003\0\u0002\0\0\u0002\u0002L\u0001\0;";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void a_file_is_a_line_of_facts() throws IOException {
        Path file = write("a\nb.gif", PICTURE);
        assertThat(run(file)).isTrue();
        JsonNode line = lines().get(0);
        assertThat(line.path("path").asText()).isEqualTo(file.toString());
        assertThat(line.path("size").asInt()).isEqualTo(PICTURE.length());
        assertThat(line.path("content_type").asText()).isEqualTo("image/gif");
        assertThat(line.path("width").asInt()).isEqualTo(3);
        assertThat(line.path("tags").get(0).asText()).isEqualTo("landscape");
    }

    @Test
    void what_cannot_be_read_is_a_line_with_the_failure() throws IOException {
        assertThat(run(write("notes.jpg", "just text"))).isTrue();
        JsonNode failure = lines().get(0).path("failure");
        assertThat(failure.path("code").asText()).isEqualTo("unsupported");
        assertThat(failure.path("sentence").asText()).isNotEmpty();
    }

    @Test
    void a_folder_is_gone_through_in_the_order_of_names_and_links_are_left_out() throws IOException {
        write("b/2.gif", PICTURE);
        write("b/1.gif", PICTURE);
        write("a.gif", PICTURE);
        Files.createSymbolicLink(folder.resolve("c"), folder.resolve("b"));
        assertThat(run(folder)).isTrue();
        assertThat(lines().stream().map(line -> line.path("path").asText()))
                .containsExactly(folder + "/a.gif", folder + "/b/1.gif", folder + "/b/2.gif");
    }

    @Test
    void a_path_that_is_not_there_is_named_in_one_line() {
        assertThat(run(folder.resolve("none\n"))).isFalse();
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(folder + "/none\\n")
                .hasLineCount(1);
    }

    @Test
    void without_a_path_it_asks_for_one() {
        assertThat(FactsCommand.run("", new PrintStream(out, true, StandardCharsets.UTF_8), errors()))
                .isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("-Dpath").hasLineCount(1);
    }

    private Path write(String name, String latin1) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean run(Path path) {
        return FactsCommand.run(path.toString(), new PrintStream(out, true, StandardCharsets.UTF_8), errors());
    }

    private PrintStream errors() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
