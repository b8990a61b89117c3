/**
 * Whose rows a transaction may see. The only room that tells PostgreSQL the role and the claims its
 * row-level security policies read; it refuses to know who the caller is or what they may do. One
 * place, because a second one forgotten would be another tenant's data shown.
 */
package org.mediaenricher.tenancy;
