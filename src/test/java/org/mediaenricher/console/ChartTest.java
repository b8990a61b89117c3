package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediaenricher.console.Chart.Bar;
import org.mediaenricher.console.Chart.Line;
import org.mediaenricher.console.Chart.Point;

class ChartTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void the_largest_bar_reaches_the_top_and_none_leaves_the_box() {
        Chart chart = Chart.bars(points(0, 1, 50, 100_000), Chart.counted("jobs"));
        assertThat(chart.bars()).extracting(Bar::height).containsExactly(0.0, 1.5, 1.5, 94.0);
        assertThat(chart.bars()).allSatisfy(bar -> {
            assertThat(bar.y() + bar.height()).isEqualTo(chart.height());
            assertThat(bar.x() + bar.width()).isLessThan(chart.width());
        });
    }

    @Test
    void bars_say_what_they_stand_for() {
        Chart chart = Chart.bars(points(7, 1234), Chart.counted("jobs"));
        assertThat(chart.bars().get(1).title()).isEqualTo("2026-03-01 10:01:00 UTC: 1,234 jobs");
        assertThat(chart.peakInWords()).isEqualTo("at most 1,234 jobs");
        assertThat(chart.inWords())
                .isEqualTo("from 2026-03-01 10:00:00 UTC to 2026-03-01 10:01:00 UTC, at most 1,234 jobs");
    }

    @Test
    void the_axis_begins_and_ends_with_the_steps() {
        Chart chart = Chart.bars(points(IntStream.range(0, 60).toArray()), Chart.counted("jobs"));
        assertThat(chart.ticks()).hasSize(5).startsWith(START).endsWith(START.plusSeconds(59 * 60));
    }

    @Test
    void lines_of_several_series_share_one_scale() {
        Map<String, List<Point>> series = new LinkedHashMap<>();
        series.put("p50", points(0, 50));
        series.put("p95", points(100, 100));
        Chart chart = Chart.lines(series, Chart.milliseconds());
        assertThat(chart.lines())
                .containsExactly(new Line("p50", "150.0,96.0 450.0,49.0"), new Line("p95", "150.0,2.0 450.0,2.0"));
        assertThat(chart.peakInWords()).isEqualTo("at most 100 ms");
    }

    @Test
    void a_line_has_a_gap_where_there_is_nothing_and_a_dash_where_a_step_stands_alone() {
        List<Point> points = List.of(
                new Point(START, 10),
                new Point(START.plusSeconds(60), 10),
                Point.none(START.plusSeconds(120)),
                new Point(START.plusSeconds(180), 10));
        Chart chart = Chart.lines(Map.of("p50", points), Chart.milliseconds());
        assertThat(chart.lines()).extracting(Line::points).containsExactly("75.0,2.0 225.0,2.0", "450.0,2.0 600.0,2.0");
    }

    @Test
    void nothing_is_drawn_of_nothing() {
        Chart none = Chart.bars(List.of(), Chart.counted("jobs"));
        assertThat(none.isFlat()).isTrue();
        assertThat(none.ticks()).isEmpty();
        assertThat(none.inWords()).isEqualTo("nothing to measure");
        assertThat(Chart.bars(points(0, 0), Chart.counted("jobs")).isFlat()).isTrue();
        assertThat(Chart.lines(Map.of(), Chart.milliseconds()).isFlat()).isTrue();
    }

    private static List<Point> points(int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(step -> new Point(START.plusSeconds(step * 60L), values[step]))
                .toList();
    }
}
