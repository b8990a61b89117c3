/**
 * What is known of each object: reads its facts from the store, and keeps them as rows of
 * {@code public.media_assets}. Refuses to know why it is asked, by a run or by a single call. The upsert is native
 * and batched, for a run writes some thousands of rows a second; everything else goes through Hibernate.
 */
package org.mediaenricher.assets;
