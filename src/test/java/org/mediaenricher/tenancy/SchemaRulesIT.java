package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;

/** The schema keeps its rules, and each rule finds what it is there to find. */
class SchemaRulesIT {
    static final List<SchemaRule> RULES = SchemaRule.ALL;
    static final List<Plant> PLANTS = Plant.ALL;

    @ParameterizedTest(name = "nowhere is {0}")
    @FieldSource("RULES")
    void the_schema_keeps(SchemaRule rule) throws SQLException {
        try (Connection owner = Testbed.sandbox().database().owner()) {
            assertThat(rule.broken(owner)).as(rule.sentence()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("PLANTS")
    void a_violation_is_found_by_its_rule_and_by_no_other(Plant plant) throws SQLException {
        try (Connection superuser = Testbed.sandbox().database().superuser()) {
            superuser.setAutoCommit(false);
            Rows.of(superuser, plant.sql());
            Map<SchemaRule, List<String>> found = new LinkedHashMap<>();
            SchemaRule.ALL.forEach(rule -> found.put(rule, rule.broken(superuser)));
            found.values().removeIf(List::isEmpty);
            superuser.rollback();
            assertThat(found).isEqualTo(Map.of(plant.rule(), List.of(plant.found())));
        }
    }

    @Test
    void every_rule_is_broken_once() {
        assertThat(Plant.ALL).extracting(Plant::rule).containsAll(SchemaRule.ALL);
    }
}
