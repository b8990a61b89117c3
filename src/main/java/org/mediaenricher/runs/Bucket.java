package org.mediaenricher.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A bucket of the tenant in scope: the name users know it by, and where it lies in the store. */
@Entity
@Immutable
@Table(name = "buckets", schema = "public")
public class Bucket {
    @Id
    private String name;

    @Column(nullable = false)
    private String location;

    /** For Hibernate only. */
    protected Bucket() {}

    /** Unique within the tenant. */
    public String name() {
        return name;
    }

    /** With S3 the bucket's name there, on a filesystem the folder under the root of the store. */
    public String location() {
        return location;
    }
}
