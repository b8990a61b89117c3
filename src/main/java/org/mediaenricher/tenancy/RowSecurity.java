package org.mediaenricher.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The only class that tells PostgreSQL whose rows a transaction may see. Both settings end with the
 * transaction, so a connection goes back to the pool with no rights at all.
 */
@ApplicationScoped
public class RowSecurity {
    private static final String ENTER = """
            select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * From here to the end of the running transaction its statements see the rows of {@code scope}.
     *
     * @throws IllegalStateException when no transaction is running
     */
    void enter(RowScope scope) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a row scope needs an active transaction");
        }
        if (scope.equals(transaction.getResource(RowSecurity.class))) {
            return;
        }
        tell(scope);
        transaction.putResource(RowSecurity.class, scope);
    }

    /**
     * Does a piece of the running transaction in another scope, and goes back to the one before.
     *
     * @return what the work answers
     * @throws IllegalStateException when no transaction is running
     */
    public <T> T as(RowScope scope, Supplier<T> work) {
        RowScope before = (RowScope) transaction.getResource(RowSecurity.class);
        enter(scope);
        T answer = work.get();
        if (before == null) {
            leave();
        } else {
            enter(before);
        }
        return answer;
    }

    /**
     * Takes the role away again before the transaction ends: the batch engine, which writes its
     * checkpoint in the same transaction, works under the login role.
     */
    public void leave() {
        tell(new RowScope("none", ""));
        transaction.putResource(RowSecurity.class, null);
    }

    private void tell(RowScope scope) {
        try (Connection connection = database.getConnection();
                PreparedStatement settings = connection.prepareStatement(ENTER)) {
            settings.setString(1, scope.role());
            settings.setString(2, scope.claims());
            settings.execute();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
