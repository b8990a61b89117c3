package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;

/** The table of rights is written down three times: in Java for the doors, in PostgreSQL for its policies, in the README. */
class RightsIT {
    private static final Map<String, Set<String>> RIGHTS = Arrays.stream(Role.values())
            .filter(role -> !role.rights().isEmpty())
            .collect(Collectors.toMap(
                    Role::word, role -> new TreeSet<>(role.rights()), (one, other) -> one, TreeMap::new));

    @Test
    void the_database_says_the_same() throws SQLException {
        try (Connection owner = Testbed.sandbox().database().owner()) {
            Map<String, Set<String>> rights = new TreeMap<>();
            Rows.of(owner, "select role, \"right\" from enricher.rights")
                    .forEach(row -> rights.computeIfAbsent((String) row.get("role"), role -> new TreeSet<>())
                            .add((String) row.get("right")));
            assertThat(rights).isEqualTo(RIGHTS);
        }
    }

    /** Its columns are the roles, but for the last, which tells what a right is. */
    @Test
    void the_readme_says_the_same() throws IOException {
        List<String> table = Files.readAllLines(Project.root().resolve("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| right |"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> roles = cells(table.get(0));
        Map<String, Set<String>> rights = new TreeMap<>();
        for (String line : table.subList(2, table.size())) {
            List<String> cells = cells(line);
            for (int column = 1; column < roles.size() - 1; column++) {
                if (cells.get(column).equals("yes")) {
                    rights.computeIfAbsent(roles.get(column), role -> new TreeSet<>())
                            .add(cells.get(0));
                }
            }
        }
        assertThat(rights).isEqualTo(RIGHTS);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
