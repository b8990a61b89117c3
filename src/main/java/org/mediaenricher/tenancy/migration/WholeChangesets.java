package org.mediaenricher.tenancy.migration;

import java.sql.Connection;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * A connection that commits a changeset together with Liquibase's note of it. Liquibase commits in between (its issue
 * 7442): a process killed there leaves a changeset that is applied again, and fails.
 */
final class WholeChangesets extends JdbcConnection {
    private boolean withinChangeset;
    private int applied;

    WholeChangesets(Connection owner) {
        super(owner);
    }

    int applied() {
        return applied;
    }

    @Override
    public void commit() throws DatabaseException {
        if (!withinChangeset) {
            super.commit();
        }
    }

    /** To be told by Liquibase where a changeset begins, and where it is done and noted. */
    ChangeExecListener listener() {
        return new AbstractChangeExecListener() {
            @Override
            public void willRun(ChangeSet changes, DatabaseChangeLog log, Database database, RunStatus status) {
                withinChangeset = true;
            }

            @Override
            public void ran(ChangeSet changes, DatabaseChangeLog log, Database database, ExecType how) {
                withinChangeset = false;
                applied++;
                commitChangeset();
            }

            @Override
            public void runFailed(ChangeSet changes, DatabaseChangeLog log, Database database, Exception reason) {
                withinChangeset = false;
            }
        };
    }

    private void commitChangeset() {
        try {
            commit();
        } catch (DatabaseException e) {
            throw new UnexpectedLiquibaseException(e);
        }
    }
}
