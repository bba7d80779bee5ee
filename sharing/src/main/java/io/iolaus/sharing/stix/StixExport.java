package io.iolaus.sharing.stix;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.report.ClusterReport;

/// Exports a cluster to partner labs as a STIX 2.1 bundle under TLP:AMBER.
///
/// Nothing personal leaves: counts in ranges, times cut to the hour, networks only where many of
/// the cluster's accounts and hardly anybody else's come from (see {@link NetworkPolicy}), no
/// account, address, prompt or name, and no organization that may stand behind it. Ids do not
/// change between exports and are keyed under the site's secret. Equal reports give equal bytes.
/// May be shared by threads.
public final class StixExport {

  /// How many labelled accounts a cluster, and each network in it, must have to be spoken of.
  public static final int LEAST_ACCOUNTS = Ranges.LEAST;

  private final StixIds ids;
  private final Contributor contributor;

  public StixExport(SiteSecret secret, Contributor contributor) {
    this.ids = new StixIds(secret);
    this.contributor = contributor;
  }

  /// The bundle, or why there is none.
  public ExportOutcome export(ClusterReport report) {
    if (!report.labelled()) {
      return new ExportOutcome.Refused(
          "a cluster in review is for our own eyes: only labelled clusters are exported");
    }
    if (report.accounts() < LEAST_ACCOUNTS || report.exchanges() < LEAST_ACCOUNTS) {
      return new ExportOutcome.Refused(
          "nothing is said about fewer than " + LEAST_ACCOUNTS + " accounts");
    }
    return new ExportOutcome.Bundle(
        ids.alias(report.id()), new BundleBuilder(ids, contributor, report).build().json());
  }
}
