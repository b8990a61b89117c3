package org.mediaenricher.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One row of {@code public.media_asset_looks}, field for column. A field is null where the picture was not decoded. */
@Entity
@Immutable
@Table(name = "media_asset_looks", schema = "public")
public class AssetLook {
    /** The asset's. */
    @Id
    @Column(name = "asset_id")
    public UUID assetId;

    /** Of the version that was looked at. */
    public String etag;

    /** A placeholder, base64. */
    @Column(name = "thumb_hash")
    public String thumbHash;

    /** {@code #rrggbb}. */
    @Column(name = "dominant_colour")
    public String dominantColour;

    /** 64 bits. */
    @Column(name = "perceptual_hash")
    public Long perceptualHash;

    /** Of the whole object, hexadecimal. */
    public String sha256;

    /** Why it could not be decoded, a word for programs. */
    @Column(name = "failure_code")
    public String failureCode;

    /** Why it could not be decoded, a sentence for people. */
    @Column(name = "failure_message")
    public String failureMessage;

    /** When. */
    @Column(name = "seen_at")
    public Instant seenAt;
}
