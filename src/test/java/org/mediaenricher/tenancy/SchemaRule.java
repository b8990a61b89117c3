package org.mediaenricher.tenancy;

import java.sql.Connection;
import java.util.List;
import org.mediaenricher.harness.Rows;

/**
 * What every object of the schema has to keep, also one that is added later.
 *
 * @param sentence what is wrong with an object that breaks it
 * @param sql asks the catalogue for the names of those that do, one a row
 */
record SchemaRule(String sentence, String sql) {
    /** All of them. */
    static final List<SchemaRule> ALL = List.of(
            TableRules.SECURITY_IS_FORCED,
            TableRules.UNIQUE_WITHIN_THE_TENANT,
            TableRules.FOREIGN_KEYS_ARE_INDEXED,
            TableRules.VIEWS_ASK_AS_THE_READER,
            TableRules.NO_COPY_OF_TENANT_ROWS,
            PolicyRules.ASKS_A_CLAIM,
            PolicyRules.ASKS_ONCE,
            FunctionRules.NO_FOREIGN_NAMES,
            FunctionRules.NOT_FOR_EVERYBODY,
            LoginRules.NO_POWER);

    /** The names of what breaks it. */
    List<String> broken(Connection database) {
        return Rows.of(database, sql).stream()
                .map(row -> (String) row.values().iterator().next())
                .toList();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
