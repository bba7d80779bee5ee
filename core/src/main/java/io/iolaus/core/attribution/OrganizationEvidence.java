package io.iolaus.core.attribution;

/// How much of one kind of evidence for an organization a group shows, and everybody else.
///
/// @param organization its id
/// @param kind `verified-members`, `email-domain`, `network`, `billing-name`
/// @param accounts accounts of the group that show it
/// @param outside accounts outside the group that show it
/// @param text for people
public record OrganizationEvidence(
    String organization, String kind, int accounts, int outside, String text) {}
