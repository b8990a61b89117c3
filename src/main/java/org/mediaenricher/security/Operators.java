package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScoped;

/** The people of a tenant who sign in to the console with a password. A tenant that has an admin keeps one. */
@ApplicationScoped
@Transactional
@RowScoped
public class Operators {
    private static final String ALL = "select o from Operator o order by o.name";
    private static final String ADD = """
            insert into enricher.operators (tenant_id, id, name, user_role, password_hash, created_by)
            values (:tenant, :id, :name, :role, :hash, :by)
            on conflict (tenant_id, name) do nothing
            """;
    private static final String CHANGE =
            "update enricher.operators set user_role = :role, disabled = :disabled where id = :id";
    private static final String RENEW = """
            update enricher.operators set password_hash = :hash, password_changed_at = clock_timestamp() where id = :id
            """;
    private static final String REMOVE = "delete from enricher.operators where id = :id";

    /** Whoever takes the right from an admin locks all of them first, so that two cannot take it from each other. */
    private static final String ADMINS = """
            select id from enricher.operators
             where tenant_id = :tenant and user_role = 'admin' and not disabled order by id for update
            """;

    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    /** All of the caller's tenant, by name. */
    public List<Operator> list() {
        return database.createQuery(ALL, Operator.class).getResultList();
    }

    /**
     * Lets somebody in.
     *
     * @param name one that nobody of the tenant has
     * @throws Problem CONFLICT when somebody has it
     */
    public NewPassword add(Caller by, String name, Role role) {
        UUID id = UUID.randomUUID();
        String password = Passwords.generate();
        int added = database.createNativeQuery(ADD)
                .setParameter("tenant", by.tenantOrRefuse().value())
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("role", role.word())
                .setParameter("hash", Passwords.hash(password))
                .setParameter("by", by.user())
                .executeUpdate();
        if (added == 0) {
            throw new Problem(Problem.Kind.CONFLICT, "There is an operator \"" + name + "\" already.");
        }
        note(by, "add-operator", id, Map.of("name", name, "user_role", role.word()));
        return new NewPassword(get(id), password);
    }

    /**
     * Gives somebody another role, or keeps them out.
     *
     * @throws Problem CONFLICT when no admin would be left
     */
    public Operator change(Caller by, UUID id, Role role, boolean disabled) {
        Operator before = get(id);
        if (role != Role.ADMIN || disabled) {
            keepAnAdmin(before);
        }
        int changed = database.createNativeQuery(CHANGE)
                .setParameter("role", role.word())
                .setParameter("disabled", disabled)
                .setParameter("id", id)
                .executeUpdate();
        demand(changed);
        note(by, "change-operator", id, Map.of("user_role", role.word(), "disabled", String.valueOf(disabled)));
        database.refresh(before);
        return before;
    }

    /** Gives somebody another password; whoever is signed in with the former one is no longer. */
    public NewPassword renewPassword(Caller by, UUID id) {
        Operator operator = get(id);
        String password = Passwords.generate();
        Query renewal = database.createNativeQuery(RENEW)
                .setParameter("hash", Passwords.hash(password))
                .setParameter("id", id);
        demand(renewal.executeUpdate());
        note(by, "renew-password", id, Map.of("name", operator.name));
        return new NewPassword(operator, password);
    }

    /**
     * Removes somebody, and ends their sessions.
     *
     * @throws Problem CONFLICT when no admin would be left
     */
    public void remove(Caller by, UUID id) {
        Operator operator = get(id);
        keepAnAdmin(operator);
        demand(database.createNativeQuery(REMOVE).setParameter("id", id).executeUpdate());
        note(by, "remove-operator", id, Map.of("name", operator.name));
    }

    private Operator get(UUID id) {
        return database.createQuery("select o from Operator o where o.id = :id", Operator.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no operator " + id + "."));
    }

    private void keepAnAdmin(Operator leaving) {
        List<?> admins = database.createNativeQuery(ADMINS, UUID.class)
                .setParameter("tenant", leaving.tenantId)
                .getResultList();
        if (admins.equals(List.of(leaving.id))) {
            throw new Problem(Problem.Kind.CONFLICT, "\"" + leaving.name + "\" is the last admin; make another first.");
        }
    }

    private static void demand(int changed) {
        if (changed == 0) {
            throw new Problem(Problem.Kind.CONFLICT, "Somebody else was quicker; look again.");
        }
    }

    private void note(Caller by, String action, UUID id, Map<String, String> more) {
        Map<String, String> subject = new TreeMap<>(more);
        subject.put("operator_id", id.toString());
        audit.done(by, action, subject);
    }
}
