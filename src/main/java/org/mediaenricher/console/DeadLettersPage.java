package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.mediaenricher.queue.DeadLetters;
import org.mediaenricher.queue.JobActions;
import org.mediaenricher.queue.JobKinds;
import org.mediaenricher.queue.LetterChoice;
import org.mediaenricher.queue.LetterGroup;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/**
 * {@code /console/dead-letters.xhtml}: jobs that were given up, why, and what is done about it. {@code kind} and
 * {@code text} choose.
 */
@Named
@RequestScoped
public class DeadLettersPage {
    private static final int ACTIONS = 5;

    @Inject
    private DeadLetters letters;

    @Inject
    private JobActions actions;

    @Inject
    private JobKinds known;

    @Inject
    private JobChoice choice;

    @Inject
    private Reason reason;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    private Listed<JobRow> rows;
    private List<LetterGroup> groups;
    private List<ActionRow> lately;

    /** Those that match, newest first. */
    public Listed<JobRow> getRows() {
        if (rows == null) {
            rows = Listed.of(letters.list(caller, choice.filter()), letter -> letter.id)
                    .map(JobRow::of);
        }
        return rows;
    }

    /** Those that match by why they were given up. */
    public List<LetterGroup> getGroups() {
        if (groups == null) {
            groups = letters.groups(caller, choice.filter());
        }
        return groups;
    }

    /** Where only those of a group are listed. */
    public String href(LetterGroup group) {
        return address.with(Map.of("kind", group.kind(), "text", group.reason()));
    }

    /** Kinds to choose from. */
    public List<String> getKinds() {
        TreeSet<String> kinds = new TreeSet<>(known.names());
        getGroups().forEach(group -> kinds.add(group.kind()));
        address.given("kind").ifPresent(kinds::add);
        return List.copyOf(kinds);
    }

    /** How many match in all. */
    public long getMatching() {
        return actions.count(caller, matching());
    }

    /** What was lately done to many at once, and how far it is. */
    public List<ActionRow> getActions() {
        if (lately == null) {
            lately = actions.list(caller, Optional.empty(), ACTIONS).stream()
                    .map(ActionRow::of)
                    .toList();
        }
        return lately;
    }

    /** Makes the chosen ones jobs again. */
    public void redrive() {
        each("redrive", "redriven", id -> letters.redrive(caller, id));
    }

    /** Takes the chosen ones away for good. */
    public void discard() {
        each("discard", "discarded", id -> letters.discard(caller, id));
    }

    /** Makes all that match jobs again. */
    public void redriveAll() {
        act("redrive-all", subject(), () -> {
            long expected = actions.redrive(caller, matching(), reason.given()).expected;
            return new Words().number(expected) + " are redriven; how far that is stands below.";
        });
    }

    /** Takes all that match away for good. */
    public void discardAll() {
        act("discard-all", subject(), () -> {
            long expected = actions.discard(caller, matching(), reason.given()).expected;
            return new Words().number(expected) + " are discarded; how far that is stands below.";
        });
    }

    private void each(String action, String done, LongConsumer act) {
        List<String> chosen = address.posted("chosen");
        act(action, Chosen.subject(chosen), () -> Chosen.of(chosen).each(done, act));
    }

    private void act(String action, Map<String, String> subject, Supplier<String> act) {
        acts.act(Rights.STEER_QUEUE, action, subject, act);
        rows = null;
        groups = null;
    }

    private Map<String, String> subject() {
        return Map.of("kind", address.text("kind"), "text", address.text("text"));
    }

    private LetterChoice matching() {
        return new LetterChoice(address.given("kind"), choice.text(), List.of());
    }
}
