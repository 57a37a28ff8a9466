-- Publications by what they were scored on and how: the examples and counts of the scoring policy, and reading a scale anew.
-- (Over expressions of the snapshot, so the schema language cannot say it.)
CREATE INDEX publication_by_score ON publication (
  (rating->'scale'->>'key'), ((rating->'scale'->>'version')::int), ((rating->>'value')::numeric), is_current, published_at DESC
);
