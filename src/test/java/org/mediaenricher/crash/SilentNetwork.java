package org.mediaenricher.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.TcpProxy;

/**
 * The network between a node and the database drops what is sent, and tells nobody: first on the connection by which the
 * node is woken, then, under load, on all it has. New connections work.
 */
public record SilentNetwork(int jobs) implements Scenario {
    /** As {@code server-config/20-database.cli} tells PostgreSQL to find out that nobody is there. */
    private static final long KEEPALIVE_SECONDS = 30;

    /** Sessions of the pool bear the name of their node, this one does not. */
    private static final String WOKEN_BY = """
            select client_port from pg_stat_activity
             where usename = 'media_enricher' and application_name not like 'media-enricher %'
            """;

    @Override
    public Toll on(Field field) throws Exception {
        String prefix = Field.prefix("half-open");
        try (TcpProxy network = TcpProxy.to(field.sandbox().database().port())) {
            ServerNode node = field.node("half-open", behind(network));
            field.await("a session to be woken by", () -> wokenBy(field).size() == 1);
            deafNode(field, network, prefix + "deaf-");
            cutOffNode(field, network, node, prefix + "cut-off-");
            node.stop();
        }
        return field.toll("queue-half-open", 2, prefix, 3L * jobs).lost(field.dead(prefix));
    }

    private void deafNode(Field field, TcpProxy network, String prefix) {
        List<Integer> silent = wokenBy(field);
        long stroke = System.nanoTime();
        network.silence(silent::contains);
        field.enqueue(prefix, jobs);
        field.await(
                "another session to be woken by",
                () -> wokenBy(field).stream().anyMatch(port -> !silent.contains(port)));
        field.rescued(stroke);
        field.awaitDone(prefix, jobs);
        network.giveUpSilentLines();
    }

    private void cutOffNode(Field field, TcpProxy network, ServerNode node, String prefix) {
        field.enqueue(prefix, jobs);
        field.await(
                "work",
                () -> field.done(prefix) >= jobs / 10 && !field.heldBy(node).isEmpty());
        List<Map<String, Object>> held = field.heldBy(node);
        long stroke = System.nanoTime();
        network.silence(any -> true);
        field.enqueue(prefix + "more-", jobs);
        field.await(
                "the keepalive of PostgreSQL",
                () -> System.nanoTime() - stroke > TimeUnit.SECONDS.toNanos(KEEPALIVE_SECONDS));
        network.giveUpSilentLines();
        field.awaitRescue(held, stroke);
        field.awaitDone(prefix, 2L * jobs);
    }

    private static List<Integer> wokenBy(Field field) {
        return field.rows(WOKEN_BY).stream()
                .map(row -> (Integer) row.get("client_port"))
                .toList();
    }

    private static UnaryOperator<ServerNodePlan> behind(TcpProxy network) {
        return plan -> plan.setting(
                "mediaenricher.database.url",
                "jdbc:postgresql://localhost:" + network.port() + "/" + EmbeddedDatabase.NAME);
    }
}
