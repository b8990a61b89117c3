package org.mediaenricher.security;

/**
 * An operator and the password they have from now on, which is told this once.
 *
 * @param password made up by the server
 */
public record NewPassword(Operator operator, String password) {
    @Override
    public String toString() {
        return "new password of " + operator.name;
    }
}
