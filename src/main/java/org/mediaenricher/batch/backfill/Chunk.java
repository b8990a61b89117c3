package org.mediaenricher.batch.backfill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.runs.Tally;

/** A chunk of outcomes, sorted by what is to be written where. A chunk may end one slice and begin another. */
final class Chunk {
    /** How far a chunk moves one slice. */
    static final class Move {
        String lastKey;
        int objects;
        boolean done;
        int unplanned;

        Move(Slice slice) {
            lastKey = slice.resumeAfter();
        }
    }

    final List<Outcome.Enriched> enriched = new ArrayList<>();
    final List<Outcome.Failed> failed = new ArrayList<>();
    final List<String> resolved = new ArrayList<>();
    final Map<Slice, Move> moves = new LinkedHashMap<>();
    private final List<Processed> items;
    private int skipped;

    private Chunk(List<Processed> items) {
        this.items = items;
    }

    static Chunk of(List<Processed> items) {
        Chunk chunk = new Chunk(items);
        items.forEach(chunk::add);
        return chunk;
    }

    /** What is left of it when nothing of these slices may be written. */
    Chunk without(Set<Slice> lost) {
        return lost.isEmpty()
                ? this
                : of(items.stream().filter(item -> !lost.contains(item.slice())).toList());
    }

    Tally tally() {
        int unplanned = moves.values().stream().mapToInt(move -> move.unplanned).sum();
        return new Tally(enriched.size(), failed.size(), skipped, unplanned);
    }

    private void add(Processed item) {
        Move move = moves.computeIfAbsent(item.slice(), Move::new);
        if (item instanceof Processed.End end) {
            move.done = true;
            move.unplanned = end.slice().processed() + end.seen() - end.slice().planned();
        } else {
            Outcome outcome = ((Processed.One) item).outcome();
            move.lastKey = outcome.path();
            move.objects++;
            sort(outcome);
        }
    }

    private void sort(Outcome outcome) {
        if (outcome instanceof Outcome.Enriched one) {
            enriched.add(one);
            resolved.add(one.path());
        } else if (outcome instanceof Outcome.Failed one) {
            failed.add(one);
        } else {
            skipped++;
            if (outcome instanceof Outcome.Gone) {
                resolved.add(outcome.path());
            }
        }
    }
}
