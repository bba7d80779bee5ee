package io.iolaus.core.detect;

/// What an account does of what a group is after.
///
/// @param own its share, 0..1, in that
/// @param skeletons how many of the group's own skeletons it works off, see {@link
///   MemberRule#ownSkeleton}
/// @param active whether it has a part of its own in the group, and not only what a bystander may
///   share
/// @param anchored whether something other than prompts ties it, over any number of steps, to more
///   than a handful of the group; not so for a few friends who share a card with each other alone
/// @param usual the share, 0..1, that half of the group has in what it is after: little where its
///   accounts carry the traffic of customers besides
public record Involvement(
    double own, int skeletons, boolean active, boolean anchored, double usual) {}
