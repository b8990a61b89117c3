package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Archives;

/** What the server's one datasource gives to whoever takes a connection from it. */
@ArquillianTest
class DatasourceIT {
    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource datasource;

    @Resource
    private DataSource byDefault;

    @Deployment
    static WebArchive archive() {
        return Archives.empty("datasource.war");
    }

    @Test
    void speaks_to_postgresql_in_the_schema_of_this_node() throws SQLException {
        assertThat(ask("select current_schema()")).isEqualTo("batch_arquillian");
    }

    @Test
    void is_the_default_datasource_too() throws SQLException {
        try (Connection connection = byDefault.getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("media_enricher");
        }
    }

    @Test
    void logs_in_as_a_role_that_owns_nothing() throws SQLException {
        assertThat(ask("select count(*) from pg_class where relowner = current_user::regrole"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from pg_namespace where nspowner = current_user::regrole"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from pg_proc where proowner = current_user::regrole"))
                .isEqualTo("0");
    }

    @Test
    void logs_in_as_a_role_that_no_policy_lets_by_and_that_inherits_no_right() throws SQLException {
        assertThat(ask("select rolbypassrls or rolsuper or rolinherit or rolcreaterole or rolcreatedb"
                        + " from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void may_not_read_a_tenant_table_before_a_role_is_set() {
        assertThat(refusal("select count(*) from public.media_assets")).isEqualTo("42501"); // insufficient_privilege
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = datasource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String refusal(String sql) {
        try {
            return ask(sql);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
