package org.mediaenricher.tenancy;

import java.sql.SQLException;

/** The database gave no answer, or none it should have given. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the driver said
     */
    public DatabaseUnavailable(SQLException cause) {
        super("the database: " + cause.getMessage(), cause);
    }
}
