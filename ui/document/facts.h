// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/cost/estimate.h"
#include "core/terraform/export.h"

#include <QObject>

#include <memory>

namespace sekisho {

class Document;
class Checker;

/// A problem that somebody has looked at and lives with.
struct AcceptedProblem {
    Diagnostic problem;
    Acceptance acceptance;

    friend bool operator==(const AcceptedProblem&, const AcceptedProblem&) = default;
};

/// What follows from the open design: its problems, its Terraform text, its cost. Kept up to date with the
/// document, each computed when it is asked for, and only where the last edit could matter.
class Facts : public QObject {
    Q_OBJECT
public:
    /// `prices` must outlive this.
    Facts(Document& document, const cost::PriceBook& prices, QObject* parent = nullptr);
    ~Facts() override;

    /// What AWS or Terraform would refuse, see core/model/check.h, then which workloads lack a way out, see
    /// core/advice/way_out.h; without what people accept. References live until the next change.
    const Diagnostics& problems() const;
    /// The problems that the design's notes accept, in the same order.
    const std::vector<AcceptedProblem>& acceptedProblems() const;
    /// The worst open problem of an element or of its parts; nothing if it has none. `Info` counts for
    /// nothing.
    std::optional<Severity> severityOf(ElementId node) const;

    const terraform::Exporter& terraform() const;
    /// Takes effect at once: terraformChanged(). The name of the design is that of its file.
    void setExportOptions(terraform::ExportOptions options);

    /// Priced for the design's Region at the present position of the NAT switch; natOff and natOn in it are
    /// for both.
    const Result<cost::Estimate>& estimate() const;
    const cost::PriceBook& prices() const;

signals:
    /// Each after the document's changed(), when the fact may be another one; ask for it then.
    void problemsChanged();
    void terraformChanged();
    void costChanged();

private:
    void noteName();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sekisho
