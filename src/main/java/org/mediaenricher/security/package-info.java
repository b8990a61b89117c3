/**
 * Who calls. Verifies tokens against the keys that are configured, tells the caller from their claims
 * and keeps the book of what was asked. Refuses to know which rows a right opens: PostgreSQL's
 * policies decide that from the same claims, so a mistake here alone shows nobody another tenant's data.
 */
package org.mediaenricher.security;
