// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What a funding pool needs of rounds and of their registry, and no more: both at one address, all settable
contract MockFundingGraph {
    struct Node {
        uint256 originality;
        bytes32[] children;
        uint256[] weights;
        bool pending;
    }

    bytes32 public constant TARGET = keccak256("target");
    bytes32 public constant UNKNOWN = keccak256("unknown");

    error MockFundingGraph_NotSettled(uint256 round, bytes32 node);
    error MockFundingGraph_NoChild(bytes32 node, uint256 index);

    uint256 public unsettled;
    address public stranger;
    mapping(bytes32 node => address) public payeeOf;
    mapping(uint256 round => mapping(bytes32 node => Node)) private _nodes;

    /// @notice Knows any pool but this.
    function setStranger(address pool) external {
        stranger = pool;
    }

    function knows(address part) external view returns (bool) {
        return part != stranger;
    }

    function setUnsettled(uint256 round) external {
        unsettled = round;
    }

    function setPayee(bytes32 node, address payee) external {
        payeeOf[node] = payee;
    }

    function setNode(
        uint256 round,
        bytes32 node,
        uint256 originality,
        bytes32[] calldata children,
        uint256[] calldata weights
    ) external {
        Node storage n = _nodes[round][node];
        (n.originality, n.children, n.weights) = (originality, children, weights);
    }

    /// @notice Leaves the weights of `node` open although the round has settled.
    function setPending(uint256 round, bytes32 node, bool pending) external {
        _nodes[round][node].pending = pending;
    }

    // solhint-disable-next-line func-name-mixedcase
    function REGISTRY() external view returns (address) {
        return address(this);
    }

    function isSettled(uint256 round, bytes32 node) public view returns (bool) {
        return round != 0 && round < unsettled && !_nodes[round][node].pending;
    }

    function originalityAt(uint256 round, bytes32 node) external view returns (uint256) {
        Node storage n = _settled(round, node);
        return n.children.length == 0 ? 1e18 : n.originality;
    }

    function childCountAt(uint256 round, bytes32 node) external view returns (uint256) {
        return _settled(round, node).children.length;
    }

    function childAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32, uint256) {
        Node storage n = _settled(round, node);
        if (index >= n.children.length) revert MockFundingGraph_NoChild(node, index);
        return (n.children[index], n.weights[index]);
    }

    function childrenAt(uint256 round, bytes32 node) external view returns (bytes32[] memory, uint256[] memory) {
        Node storage n = _settled(round, node);
        return (n.children, n.weights);
    }

    function _settled(uint256 round, bytes32 node) private view returns (Node storage) {
        if (!isSettled(round, node)) revert MockFundingGraph_NotSettled(round, node);
        return _nodes[round][node];
    }
}
