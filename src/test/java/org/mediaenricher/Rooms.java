package org.mediaenricher;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The house as README and the package comments draw it: floors, and which rooms of a floor know each other. */
final class Rooms {
    private static final String HOUSE = "org.mediaenricher.";

    /** Floors from the top; behind a colon the rooms of the same floor that a room may know. */
    private static final String PLAN = """
            api | console | schedule | health
            batch
            uploads: assets runs | assets: runs | listening: runs | visits: assets runs | alerts: runs | runs
            storage | media | queue | events | flags
            security: tenancy problems | leases: tenancy problems | limits: tenancy problems | tenancy | problems
            """;

    private static final Map<String, Integer> FLOORS = floors();
    private static final Map<String, Set<String>> NEIGHBOURS = PLAN.lines()
            .flatMap(floor -> Arrays.stream(floor.split("\\|")))
            .map(room -> (room.strip() + ":").split(":"))
            .collect(Collectors.toMap(room -> room[0], room -> room.length > 1 ? words(room[1]) : Set.of()));

    private Rooms() {}

    /** The room a class lives in, empty for what is not ours. */
    static Optional<String> of(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE)
                ? Optional.of(name.substring(HOUSE.length()).split("\\.")[0])
                : Optional.empty();
    }

    static boolean has(String room) {
        return FLOORS.containsKey(room);
    }

    /** Whether the plan lets one room know another: a lower one, or a neighbour it has an arrow to. */
    static boolean mayKnow(String room, String other) {
        return room.equals(other)
                || FLOORS.get(room) < FLOORS.get(other)
                || NEIGHBOURS.get(room).contains(other);
    }

    private static Map<String, Integer> floors() {
        String[] floors = PLAN.split("\n");
        Map<String, Integer> byRoom = new HashMap<>();
        for (int floor = 0; floor < floors.length; floor++) {
            for (String room : floors[floor].split("\\|")) {
                byRoom.put(room.split(":")[0].strip(), floor);
            }
        }
        return byRoom;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split(" "));
    }
}
