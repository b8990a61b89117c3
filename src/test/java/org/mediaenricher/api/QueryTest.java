package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediaenricher.problems.Problem;

class QueryTest {
    private final MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
    private final Query query = new Query(given);

    @Test
    void reads_what_is_there_and_has_a_default_for_what_is_not() {
        given.putSingle("limit", "7");
        given.putSingle("on", "true");
        given.putSingle("word", "a");
        assertThat(query.number("limit", 1, 1, 10)).isEqualTo(7);
        assertThat(query.number("other", 1, 1, 10)).isEqualTo(1);
        assertThat(query.flag("on")).isTrue();
        assertThat(query.flag("off")).isFalse();
        assertThat(query.word("word", List.of("a"), Optional::of)).contains("a");
        assertThat(query.text("text", 10)).isEmpty();
        query.check();
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        given.putSingle("limit", "11");
        given.putSingle("on", "yes");
        given.putSingle("id", "x");
        given.putSingle("stray", "x");
        given.addAll("twice", "a", "b");
        query.number("limit", 1, 1, 10);
        query.flag("on");
        query.id("id");
        query.text("twice", 10);
        query.needed("missing", 10);
        Problem problem = catchThrowableOfType(Problem.class, query::check);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(problem.fields()).containsOnlyKeys("limit", "on", "id", "twice", "missing", "stray");
    }

    @Test
    void takes_no_text_the_database_cannot_hold() {
        assertThat(Query.isText("äöü \uD83D\uDE00", 6)).isTrue();
        assertThat(Query.isText("1234567", 6)).isFalse();
        assertThat(Query.isText("a\0b", 6)).isFalse();
        assertThat(Query.isText("a\uD83D", 6)).isFalse();
    }

    @Test
    void an_empty_parameter_is_none() {
        given.putSingle("bucket", "");
        query.needed("bucket", 10);
        assertThatThrownBy(query::check).hasMessageContaining("bucket");
    }
}
