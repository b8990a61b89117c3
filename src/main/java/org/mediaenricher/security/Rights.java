package org.mediaenricher.security;

/** What {@code @RolesAllowed} asks for. Which role has which of them, {@link Role} tells. */
public final class Rights {
    /** Sees what is the tenant's. */
    public static final String READ = "read";

    /** Signs in to the console. */
    public static final String USE_CONSOLE = "use-console";

    /** Starts, stops, restarts and retries runs. */
    public static final String STEER_RUNS = "steer-runs";

    /** Pauses kinds of jobs, cancels and retries jobs, redrives and discards dead letters. */
    public static final String STEER_QUEUE = "steer-queue";

    /** Makes, edits and removes schedules. Pausing and running them is steering the queue. */
    public static final String MANAGE_SCHEDULES = "manage-schedules";

    /** Enriches single objects and tags them. */
    public static final String EDIT_ASSETS = "edit-assets";

    /** Reads the audit log. */
    public static final String READ_AUDIT = "read-audit";

    /** Lets people of the tenant into the console, and out of it. */
    public static final String MANAGE_USERS = "manage-users";

    private Rights() {}
}
