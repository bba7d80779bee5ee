package io.iolaus.api.search;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.core.audit.AuditAct;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Search as one types.
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "search")
class SearchController {

  private final LuceneEntitySearch search;

  SearchController(LuceneEntitySearch search) {
    this.search = search;
  }

  @GetMapping
  @Audited(AuditAct.SEARCH)
  @Operation(
      summary =
          "Entities by id or name; acct: ip: net: pay: id: fp: pattern: org: cluster: ask for one"
              + " type")
  ListResponse<SearchHit> search(
      @RequestParam @Size(max = 600) String q,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    LuceneEntitySearch.Hits found = search.find(SearchText.of(q), limit);
    int shown = found.items().size();
    // More hits than fit call for more letters, not for a second page.
    return new ListResponse<>(
        found.items(), shown, found.total(), shown < found.total() ? "budget" : null, null, 0);
  }
}
