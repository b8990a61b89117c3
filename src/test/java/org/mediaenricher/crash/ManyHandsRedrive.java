package org.mediaenricher.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.ServerNode;

/** Sixteen callers at two nodes redrive the same dead letters: one by one, in lots, and all that match. */
public record ManyHandsRedrive(int letters) implements Scenario {
    private static final int CALLERS = 16;
    private static final int LOT = 50;

    @Override
    public Toll on(Field field) throws Exception {
        String prefix = Field.prefix("redrive");
        Race race = new Race(field, List.of(field.node("a"), field.node("b")));
        List<Long> ids = field.bury(prefix, letters);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(race.part(caller, ids)));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        } finally {
            callers.shutdownNow();
        }
        field.awaitDone(prefix, letters);
        field.await("the end of all actions", race::actionsAreThrough);
        return field.toll("queue-redrive-race", 0, prefix, letters)
                .lost(field.dead(prefix))
                .doubled(race.moved() - letters)
                .doubled(race.surprises.get())
                .doubled(field.inTwoPlaces(prefix));
    }

    /** What the callers do, and what they were told. */
    private static final class Race {
        private final Field field;
        private final List<ServerNode> nodes;
        private final AtomicLong redrivenSingly = new AtomicLong();
        private final AtomicLong surprises = new AtomicLong();
        private final Queue<String> actions = new ConcurrentLinkedQueue<>();

        Race(Field field, List<ServerNode> nodes) {
            this.field = field;
            this.nodes = nodes;
        }

        /** Of four callers two redrive singly, one in lots, one all; each goes through them in an order of its own. */
        Callable<Void> part(int caller, List<Long> ids) {
            Api api = admin(nodes.get(caller % 2));
            List<Long> mine = new ArrayList<>(ids);
            Collections.shuffle(mine);
            return () -> {
                switch (caller / 2 % 4) {
                    case 0, 1 -> mine.forEach(id -> one(api, id));
                    case 2 -> lots(api, mine);
                    default ->
                        whenSomeAreGone(
                                api, "{\"kind\":\"act-in-transaction\",\"reason\":\"all of them\"}", ids.size() / 20);
                }
                return null;
            };
        }

        /** All at once would be through before the others have begun. */
        private void whenSomeAreGone(Api api, String choice, int some) {
            field.await(
                    "letters redriven singly, if any are left",
                    () -> redrivenSingly.get() >= some
                            || field.number("select count(*) as n from public.jobs_dlq") == 0);
            many(api, choice);
        }

        private void one(Api api, long id) {
            int status = api.post("/api/dead-letters/" + id + "/redrive", "").status();
            switch (status) {
                case 204 -> redrivenSingly.incrementAndGet();
                case 404, 409 -> {} // somebody else was quicker
                default -> surprises.incrementAndGet();
            }
        }

        private void lots(Api api, List<Long> ids) {
            for (int from = 0; from < ids.size(); from += LOT) {
                List<Long> lot = ids.subList(from, Math.min(from + LOT, ids.size()));
                many(api, "{\"ids\":" + lot + ",\"reason\":\"a lot\"}");
            }
        }

        private void many(Api api, String choice) {
            Api.Answer answer = api.post("/api/dead-letters/redrive", choice);
            switch (answer.status()) {
                case 202 -> actions.add(answer.json().get("id").asText());
                case 409 -> {} // none is left
                default -> surprises.incrementAndGet();
            }
        }

        boolean actionsAreThrough() {
            return actions.stream()
                    .map(this::action)
                    .allMatch(one -> one.get("status").asText().equals("completed"));
        }

        long moved() {
            return redrivenSingly.get()
                    + actions.stream()
                            .mapToLong(id -> action(id).get("done").asLong())
                            .sum();
        }

        private JsonNode action(String id) {
            return admin(nodes.get(0)).get("/api/job-actions/" + id).json();
        }

        private Api admin(ServerNode node) {
            return field.sandbox().admin(node);
        }
    }
}
