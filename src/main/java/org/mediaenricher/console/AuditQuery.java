package org.mediaenricher.console;

import org.mediaenricher.security.AuditFilter;

/**
 * What an address asks of the audit log.
 *
 * @param address with {@code user action result since until subject after}
 */
record AuditQuery(Address address) {
    AuditFilter filter(int limit) {
        return new AuditFilter(
                address.given("user"),
                address.given("action"),
                address.given("result"),
                Days.begin(address, "since"),
                Days.end(address, "until"),
                address.given("subject"),
                address.given("after").map(id -> address.number("after")),
                limit);
    }
}
