// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** What sort of record {@link RecordGenerator} makes. */
public enum RecordKind {
    /** MARC 21 bibliographic, measured after the LC file. */
    BIBLIOGRAPHIC(BibliographicProfile.TABLE, "b", "505"),
    /** MARC 21 authority, measured after the LC file. */
    AUTHORITY(AuthorityProfile.TABLE, "n", "670"),
    /** MARC 21 holdings. */
    HOLDINGS(HoldingsProfile.TABLE, "h", "866"),
    /** UNIMARC bibliographic: entry map {@code 450 }, character set in field 100. */
    UNIMARC(UnimarcProfile.TABLE, "u", "327");

    @SuppressWarnings("ImmutableEnumChecker") // changes in nothing but a cache
    private final Profile profile;

    private final String controlNumberPrefix;
    private final String longTag;

    RecordKind(String table, String controlNumberPrefix, String longTag) {
        this.profile = Profile.parse(table);
        this.controlNumberPrefix = controlNumberPrefix;
        this.longTag = longTag;
    }

    Profile profile() {
        return profile;
    }

    String controlNumberPrefix() {
        return controlNumberPrefix;
    }

    /** The tag whose fields grow long in records of this kind. */
    String longTag() {
        return longTag;
    }
}
