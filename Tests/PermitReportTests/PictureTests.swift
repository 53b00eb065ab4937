import PermitWorkflow
import Testing

@testable import PermitReport

@Suite("The picture of any workflow")
struct PictureTests {
    typealias Box = LayeredLayout.Box
    typealias Point = LayeredLayout.Point

    private func overlaps(_ one: Box, _ other: Box) -> Bool {
        one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom
    }

    /// Whether a level or upright line goes through the inside of a box.
    private func crosses(_ start: Point, _ end: Point, _ box: Box) -> Bool {
        min(start.x, end.x) < box.right && max(start.x, end.x) > box.x && min(start.y, end.y) < box.bottom
            && max(start.y, end.y) > box.y
    }

    private func isOnEdge(_ point: Point, of box: Box) -> Bool {
        point.x >= box.x && point.x <= box.right && (point.y == box.y || point.y == box.bottom)
    }

    /// The pieces of the trunks that lead to a state.
    private func trunks(to state: Int, in picture: Picture) -> [(Point, Point)] {
        picture.trunks.filter { $0.arrow.to == state }
            .flatMap { zip($0.route.points, $0.route.points.dropFirst()) }
    }

    private func isOn(_ point: Point, _ piece: (Point, Point)) -> Bool {
        let (start, end) = piece
        return min(start.x, end.x) <= point.x && point.x <= max(start.x, end.x)
            && min(start.y, end.y) <= point.y && point.y <= max(start.y, end.y)
    }

    /// Whether a branch ends at the label with which its trunk begins.
    private func isAtLabel(_ point: Point, of trunk: Picture.Trunk) -> Bool {
        trunk.route.label.map { isOnEdge(point, of: $0) } ?? false
    }

    /// The places of all labels.
    private func labels(_ picture: Picture) -> [Box] {
        picture.lines.compactMap { $0.label == nil ? nil : $0.route.label }
            + picture.trunks.compactMap(\.route.label) + picture.loops.map(\.labelBox)
    }

    private func routes(_ picture: Picture) -> [LayeredLayout.Route] {
        picture.lines.map(\.route) + picture.trunks.map(\.route)
    }

    @Test("has no two boxes or labels on one another", arguments: DrawnSubject.all)
    func apart(subject: DrawnSubject) {
        for picture in subject.pictures {
            let things = picture.boxes + labels(picture)
            for (index, one) in things.enumerated() {
                for other in things[(index + 1)...] {
                    #expect(!overlaps(one, other), "\(subject.testDescription): \(one) and \(other)")
                }
            }
        }
    }

    @Test("has all of itself inside its frame", arguments: DrawnSubject.all)
    func inside(subject: DrawnSubject) {
        for picture in subject.pictures {
            let points = routes(picture).flatMap(\.points)
            let corners = (picture.boxes + labels(picture))
                .flatMap { [Point(x: $0.x, y: $0.y), Point(x: $0.right, y: $0.bottom)] }
            let out = (points + corners)
                .filter { $0.x < 0 || $0.y < 0 || $0.x > picture.width || $0.y > picture.height }
            #expect(out.isEmpty, "\(subject.testDescription): \(out)")
        }
    }

    @Test(
        "has arrows that begin and end at their boxes, or where they join",
        arguments: DrawnSubject.all
    )
    func ended(subject: DrawnSubject) throws {
        for picture in subject.pictures {
            for line in picture.lines {
                let start = try #require(line.route.points.first, "\(subject.testDescription)")
                let end = try #require(line.route.points.last, "\(subject.testDescription)")
                #expect(isOnEdge(start, of: picture.boxes[line.arrow.from]), "\(subject.testDescription)")
                let isAtTrunk =
                    trunks(to: line.arrow.to, in: picture).contains { isOn(end, $0) }
                    || picture.trunks.contains { $0.arrow.to == line.arrow.to && isAtLabel(end, of: $0) }
                #expect(
                    isOnEdge(end, of: picture.boxes[line.arrow.to]) || isAtTrunk,
                    "\(subject.testDescription): \(end)"
                )
            }
            for trunk in picture.trunks {
                let end = try #require(trunk.route.points.last, "\(subject.testDescription)")
                #expect(isOnEdge(end, of: picture.boxes[trunk.arrow.to]), "\(subject.testDescription)")
            }
        }
    }

    @Test("has level and upright lines that go through no box", arguments: DrawnSubject.all)
    func clear(subject: DrawnSubject) {
        for picture in subject.pictures {
            for route in routes(picture) {
                for (start, end) in zip(route.points, route.points.dropFirst()) {
                    #expect(start.x == end.x || start.y == end.y, "\(subject.testDescription)")
                    let hit = picture.boxes.filter { crosses(start, end, $0) }
                    #expect(hit.isEmpty, "\(subject.testDescription): \(start) to \(end) through \(hit)")
                }
            }
        }
    }

    @Test("has a line for every way, drawn or bundled", arguments: DrawnSubject.all)
    func every(subject: DrawnSubject) {
        for (drawing, picture) in zip(subject.drawings, subject.pictures) {
            let drawn = (picture.lines.map(\.arrow) + picture.loops.map(\.arrow)).filter { !$0.isDeparture }
                .flatMap { arrow in arrow.parts.map(\.edge) }
            #expect(Set(drawn).isSuperset(of: drawing.edges), "\(subject.testDescription)")
        }
    }
}
