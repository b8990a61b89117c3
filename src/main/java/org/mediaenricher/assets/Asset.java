package org.mediaenricher.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One row of {@code public.media_assets} as it was read; a typed view of the table, field for column, and nothing else.
 * A field is null where the file says nothing.
 */
@Entity
@Immutable
@Table(name = "media_assets", schema = "public")
public class Asset {
    /** Unique among all assets. */
    @Id
    public UUID id;

    /** The bucket's name. */
    public String bucket;

    /** The object's key in it. */
    public String path;

    /** One of {@code pending processing ready failed}. */
    public String status;

    /** Bytes. */
    @Column(name = "size_bytes")
    public long sizeBytes;

    /** The object's ETag when it was enriched. */
    public String etag;

    /** The MIME type, from the bytes. */
    @Column(name = "content_type")
    public String contentType;

    /** Pixels, as shown. */
    public Integer width;

    /** Pixels, as shown. */
    public Integer height;

    /** EXIF orientation, 1 to 8. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public Integer orientation;

    /** Degrees clockwise. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public Integer rotation;

    /** When it was taken, where the zone is known. */
    @Column(name = "captured_at")
    public Instant capturedAt;

    /** When it was taken by the clock on the wall. */
    @Column(name = "captured_local")
    public LocalDateTime capturedLocal;

    /** The offset from UTC, such as {@code +02:00}. */
    @Column(name = "captured_offset")
    public String capturedOffset;

    /** How the zone was found out: {@code offset-tag gps-zone utc-by-spec none}. */
    @Column(name = "captured_from")
    public String capturedFrom;

    /** Degrees north. */
    public Double latitude;

    /** Degrees east. */
    public Double longitude;

    /** Metres above the sea. */
    public Double altitude;

    /** The camera's maker. */
    @Column(name = "camera_make")
    public String cameraMake;

    /** The camera's model. */
    @Column(name = "camera_model")
    public String cameraModel;

    /** Milliseconds. */
    @Column(name = "duration_ms")
    public Long durationMs;

    /** Codec of the first video track. */
    @Column(name = "video_codec")
    public String videoCodec;

    /** Codec of the first audio track. */
    @Column(name = "audio_codec")
    public String audioCodec;

    /** Frames a second. */
    @Column(name = "frame_rate")
    public Double frameRate;

    /** Channels of the first audio track. */
    @Column(name = "audio_channels")
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public Integer audioChannels;

    /** Pages of a document-like picture. */
    @Column(name = "page_count")
    public Integer pageCount;

    /** The author's keywords and what follows from the facts. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    /** Every fact, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String metadata;

    /** When it was last enriched. */
    @Column(name = "enriched_at")
    public Instant enrichedAt;

    /** The run that wrote it last; null when a single enrichment did. */
    @Column(name = "run_id")
    public UUID runId;

    /** Why it could not be read the last time, a word for programs. */
    @Column(name = "failure_code")
    public String failureCode;

    /** Why it could not be read the last time, a sentence for people. */
    @Column(name = "failure_message")
    public String failureMessage;

    /** How often it was written. */
    public int writes;

    /** When it was first found. */
    @Column(name = "created_at")
    public Instant createdAt;
}
