package io.iolaus.api.user;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.EntityTags;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.Accounts;
import io.iolaus.api.security.PasswordHashes;
import io.iolaus.api.security.RoleNames;
import io.iolaus.core.access.Passwords;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.access.SecondFactorStore;
import io.iolaus.cypher.access.UserOutcome;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who may use this installation.
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users")
class UserController {

  private final UserStore users;
  private final SecondFactorStore factors;
  private final Accounts accounts;
  private final PasswordHashes hashes;
  private final Cursors cursors;

  UserController(
      UserStore users,
      SecondFactorStore factors,
      Accounts accounts,
      PasswordHashes hashes,
      Cursors cursors) {
    this.users = users;
    this.factors = factors;
    this.accounts = accounts;
    this.hashes = hashes;
    this.cursors = cursors;
  }

  /// @param signOn whether the site's identity provider says who this is; absent: a password does
  record NewUserRequest(
      @NotBlank @Size(max = 64) String name,
      @NotEmpty @Size(max = 9) List<String> roles,
      @Nullable Boolean signOn)
      implements AuditedBody {

    @Override
    public String auditedObject() {
      return name;
    }

    @Override
    public String auditedReason() {
      return "roles: " + String.join(", ", roles) + (forSignOn() ? "; by sign-on" : "");
    }

    boolean forSignOn() {
      return Boolean.TRUE.equals(signOn);
    }
  }

  /// @param roles, state absent leaves them
  record ChangeRequest(@Size(min = 1, max = 9) @Nullable List<String> roles, @Nullable String state)
      implements AuditedBody {

    @Override
    public String auditedReason() {
      return (roles == null ? "" : "roles: " + String.join(", ", roles))
          + (roles == null || state == null ? "" : "; ")
          + (state == null ? "" : "state: " + state);
    }
  }

  /// @param password for one login, shown this once; null where the user needs none
  record PasswordResponse(UserResponse user, @Nullable String password) {
    @Override
    public String toString() {
      return "PasswordResponse[" + user.name() + "]";
    }
  }

  @GetMapping
  @Audited(value = AuditAct.READ_USERS, type = "user")
  @Operation(summary = "Users, by name")
  ListResponse<UserResponse> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String query = "users";
    return ListResponse.of(
        users.page(limit, cursors.read(query, cursor)), cursors, query, UserResponse::of);
  }

  @GetMapping("/{name}")
  @Audited(value = AuditAct.READ_USERS, type = "user", id = "name")
  @Operation(summary = "One user, with its version as ETag")
  ResponseEntity<UserResponse> one(@PathVariable String name) {
    return tagged(users.one(name).orElseThrow(() -> unknown(name)));
  }

  @PostMapping
  @Audited(value = AuditAct.ADD_USER, type = "user", recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Make a user, with a password for one login",
      description = "With `signOn` there is none: the site's identity provider says who it is.")
  @ApiResponse(responseCode = "201", description = "The password is shown this once")
  @ApiResponse(responseCode = "409", description = "Somebody has or had the name")
  ResponseEntity<PasswordResponse> add(@Valid @RequestBody NewUserRequest request, Principal by) {
    Set<UserRole> roles = RoleNames.roles("roles", request.roles());
    @Nullable String password = request.forSignOn() ? null : Passwords.generated();
    UserRow user =
        done(
            password == null
                ? users.addForSignOn(request.name(), roles, null, by.getName())
                : users.add(request.name(), roles, hashes.hash(password), by.getName()));
    return ResponseEntity.created(URI.create("/api/v1/users/" + user.name()))
        .eTag(EntityTags.of(user.version()))
        .body(new PasswordResponse(UserResponse.of(user), password));
  }

  @PatchMapping("/{name}")
  @Audited(
      value = AuditAct.CHANGE_USER,
      type = "user",
      id = "name",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Give a user other roles or another state; its sessions end")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "Nobody would be left to administer the site")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  ResponseEntity<UserResponse> change(
      @PathVariable String name,
      @Valid @RequestBody ChangeRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal by) {
    UserState state = request.state() == null ? null : state(request.state());
    return tagged(
        done(
            users.change(
                name,
                request.roles() == null ? null : RoleNames.roles("roles", request.roles()),
                state,
                EntityTags.version("user", ifMatch),
                by.getName())));
  }

  @PostMapping("/{name}/password-reset")
  @Audited(
      value = AuditAct.RESET_PASSWORD,
      type = "user",
      id = "name",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Give a user a password for one login; its sessions end")
  PasswordResponse resetPassword(@PathVariable String name, Principal by) {
    String password = Passwords.generated();
    UserRow user = done(users.password(name, hashes.hash(password), true, by.getName()));
    return new PasswordResponse(UserResponse.of(user), password);
  }

  @DeleteMapping("/{name}/second-factor")
  @Audited(
      value = AuditAct.REMOVE_SECOND_FACTOR,
      type = "user",
      id = "name",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Take a user's second factor away; its sessions end")
  ResponseEntity<UserResponse> secondFactorOff(@PathVariable String name, Principal by) {
    return tagged(done(factors.off(name, by.getName())));
  }

  @DeleteMapping("/{name}/sessions")
  @Audited(
      value = AuditAct.END_SESSIONS,
      type = "user",
      id = "name",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "End a user's sessions")
  @ApiResponse(responseCode = "204", description = "Done")
  ResponseEntity<Void> endSessions(@PathVariable String name, Principal by) {
    done(users.endSessions(name, by.getName()));
    return ResponseEntity.noContent().build();
  }

  private UserRow done(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Done(UserRow user) -> {
        accounts.changed(user.name());
        yield user;
      }
      case UserOutcome.Unknown(String name) -> throw unknown(name);
      case UserOutcome.NameTaken(String name) ->
          throw refused(
              HttpStatus.CONFLICT, "user-exists", "There is or was a user " + name + " already");
      case UserOutcome.Changed(UserRow user) ->
          throw refused(
              HttpStatus.PRECONDITION_FAILED,
              "user-changed",
              "%s was changed to version %d meanwhile; read it again"
                  .formatted(user.name(), user.version()));
      case UserOutcome.LastAdministrator(String name) ->
          throw refused(
              HttpStatus.CONFLICT,
              "last-administrator",
              name + " is the last active administrator: make another one first");
    };
  }

  private static ResponseEntity<UserResponse> tagged(UserRow user) {
    return ResponseEntity.ok().eTag(EntityTags.of(user.version())).body(UserResponse.of(user));
  }

  private static UserState state(String text) {
    return UserState.of(text)
        .orElseThrow(() ->
            ProblemException.badParameter("state must be one of active, disabled, was " + text));
  }

  private static ProblemException unknown(String name) {
    return ProblemException.notFound("user-not-found", "There is no user " + name);
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(new Problem(status, code, detail));
  }
}
